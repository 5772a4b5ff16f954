/** Cryptographic random bytes, where the platform has them at once. */
export type RandomBytes = (length: number) => Uint8Array
