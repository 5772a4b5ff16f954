/** Stands in for `@/api/call` on the server: a first screen is made of what was read before, and asks for nothing. */
export const call = () => Promise.reject(new Error('a first screen asks for nothing'))
