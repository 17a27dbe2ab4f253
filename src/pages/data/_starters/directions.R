# Counts the moves in each direction. Needs R and nothing else.
address <- "https://example.org/data/moves-core.csv"
moves <- read.csv(address, encoding = "UTF-8")

directions <- aggregate(id ~ from_org + to_org, data = moves, FUN = length)
names(directions) <- c("origin", "destination", "moves")
print(directions[order(-directions$moves), ], row.names = FALSE)
cat(nrow(moves), "in all\n")
