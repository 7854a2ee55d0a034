// Stands in until the command is written.
const usage = "Usage: tenu <command> [options]\n\nNo command is there yet.\n";
process.stdout.write(usage);

export {};
