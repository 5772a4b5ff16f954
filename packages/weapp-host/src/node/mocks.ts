import type { MockReply } from '../shared/types'

/** A fixed result, or a function that receives the API's options as plain JSON and returns the result, also by a promise. */
export type Mock = ((options: unknown) => unknown) | unknown

export const isFunctionMock = (mock: Mock): mock is (options: unknown) => unknown =>
  typeof mock === 'function'

export type MockTable = Map<string, Mock>

/** Runs the mock of an API. An error it throws becomes the API's `fail`. */
export async function runMock(mocks: MockTable, name: string, options: unknown): Promise<MockReply> {
  const mock = mocks.get(name)
  try {
    return { ok: true, value: isFunctionMock(mock) ? await mock(options) : mock }
  } catch (error) {
    return { ok: false, reason: error instanceof Error ? error.message : String(error) }
  }
}
