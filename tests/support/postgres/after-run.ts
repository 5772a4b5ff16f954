/** Jest's global teardown. */
export default async function end(): Promise<void> {
  await globalThis.endPostgres?.()
}
