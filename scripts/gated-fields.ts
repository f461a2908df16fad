export const gatedFields: Readonly<Record<string, string>> = {};
