/** The names of the methods that may end an object. */
type Ending<T> = { [K in keyof T]: T[K] extends () => Promise<void> ? K : never }[keyof T]

const end = <T>(made: T, by: Ending<T>) => (made[by] as unknown as () => Promise<void>)()

/** Returns an object that each test gets anew, with the properties of what `create` returns before the test; `by` ends it afterwards. */
export function perTest<T extends object>(create: () => Promise<T>, by?: Ending<T>): T {
  const made = {} as T
  beforeEach(async () => Object.assign(made, await create()))
  if (by) afterEach(() => end(made, by))
  return made
}

/** The same for an object that all tests of a file or a `describe` share. */
export function perFile<T extends object>(create: () => Promise<T>, by?: Ending<T>): T {
  const made = {} as T
  beforeAll(async () => Object.assign(made, await create()))
  if (by) afterAll(() => end(made, by))
  return made
}
