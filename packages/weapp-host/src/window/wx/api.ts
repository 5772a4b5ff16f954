import { asFields, toPlainJson } from '../../shared/record'
import type { Fields } from '../../shared/types'
import type { Host } from '../host-types'

export interface Options {
  success?: (result: Fields) => void
  fail?: (result: Fields) => void
  complete?: (result: Fields) => void
}

/** The object to which each file of this folder adds its functions. */
export interface WxTarget {
  wx: Fields
  host: Host
  /** Adds an asynchronous API. It calls the callbacks, or returns a promise if there are none. */
  api<Given = Fields>(name: string, run: (options: Given) => unknown): void
  /** Adds a synchronous API. */
  sync<Input extends unknown[]>(name: string, run: (...input: Input) => unknown): void
}

const reasonOf = (error: unknown) => {
  const { errMsg, message } = asFields(error)
  return String(errMsg ?? message ?? error)
}

/** Calls `success` and `complete` and returns their argument. */
function settleOk(name: string, options: Options, result: unknown): Fields {
  const answer = { errMsg: `${name}:ok`, ...asFields(result) }
  options.success?.(answer)
  options.complete?.(answer)
  return answer
}

/** Calls `fail` and `complete` and returns their argument. */
function settleFail(name: string, options: Options, error: unknown): Fields {
  const { errno } = asFields(error)
  const answer = { errMsg: `${name}:fail ${reasonOf(error)}`, ...(errno === undefined ? {} : { errno }) }
  options.fail?.(answer)
  options.complete?.(answer)
  return answer
}

export const hasCallback = (options: Options) => Boolean(options.success || options.fail || options.complete)

/** The result of the mock of an API, or undefined if the API is not mocked. */
async function runMock(host: Host, name: string, options: unknown): Promise<{ value: unknown } | undefined> {
  if (name in host.settings.mocks) return { value: host.settings.mocks[name] }
  if (!host.settings.functionMocks.includes(name)) return undefined
  const answer = await host.native.mock(name, toPlainJson(options))
  if (!answer.ok) throw new Error(answer.reason)
  return { value: answer.value }
}

/** Records the call, runs its mock or `work`, and calls the callbacks. An error thrown by a callback is recorded. */
export function settle(
  host: Host,
  name: string,
  options: Options,
  work: () => unknown,
): Promise<Fields> | undefined {
  host.record.calls.push({ api: name, options: toPlainJson(options) })
  const run = Promise.resolve()
    .then(async () => {
      const mock = await runMock(host, name, options)
      return mock ? mock.value : work()
    })
    .then(
      (result) => settleOk(name, options, result),
      (error: unknown) => {
        const answer = settleFail(name, options, error)
        if (!hasCallback(options)) throw answer
        return answer
      },
    )
  if (!hasCallback(options)) return run
  run.catch(host.fail)
  return undefined
}

/** Adds a mocked API that the host does not implement. `openType:…` is not an API. */
export function addMissingApi(host: Host, name: string) {
  if (name in host.wx || name.includes(':')) return
  host.wx[name] = (options: Options = {}) => settle(host, name, options, () => ({}))
}

export function createTarget(host: Host): WxTarget {
  const wx: Fields = {}
  return {
    wx,
    host,
    api(name, run) {
      wx[name] = (options: Options = {}) => settle(host, name, options, () => run(options as never))
    },
    sync(name, run) {
      wx[name] = (...input: never[]) => {
        host.record.calls.push({ api: name, options: toPlainJson(input) })
        if (host.settings.functionMocks.includes(name))
          throw new Error(`${name} is synchronous: mock it with a value instead of a function`)
        return name in host.settings.mocks ? host.settings.mocks[name] : run(...(input as never))
      }
    },
  }
}
