/** Replaces `@/api/call` on the server. A first screen is rendered from data that was read before, so it must send no request. */
export const call = () => Promise.reject(new Error('a first screen asks for nothing'))
