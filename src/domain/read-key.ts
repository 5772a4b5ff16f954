/** The cache key of an API read: its route and input. Also identifies the reply embedded in a server-rendered page. */
export const readKey = (route: string, input: unknown): string => `${route} ${JSON.stringify(input)}`
