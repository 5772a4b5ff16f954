/** Names one read of the API by its route and what it is given: what the server sends along, a phone finds by it. */
export const readKey = (route: string, input: unknown): string => `${route} ${JSON.stringify(input)}`
