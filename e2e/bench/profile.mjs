export async function printProfiles() {}
