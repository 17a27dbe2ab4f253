"""Counts the moves in each direction. Needs Python 3 and nothing else."""
import csv
import io
import urllib.request
from collections import Counter

ADDRESS = "https://example.org/data/moves-core.csv"

with urllib.request.urlopen(ADDRESS) as answer:
    moves = list(csv.DictReader(io.TextIOWrapper(answer, encoding="utf-8", newline="")))

directions = Counter((move["from_org"], move["to_org"]) for move in moves)
for (origin, destination), n in directions.most_common():
    print(f"{n:4}  {origin} to {destination}")
print(f"{len(moves):4}  in all")
