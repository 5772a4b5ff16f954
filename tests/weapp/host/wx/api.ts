import type { Fields, Host } from '../host-types'
import { asFields, plain } from '../recorder'

export interface Options {
  success?: (result: Fields) => void
  fail?: (result: Fields) => void
  complete?: (result: Fields) => void
}

/** Where each file of this folder puts its functions. */
export interface WxTarget {
  wx: Fields
  host: Host
  /** An API that answers later: by its callbacks, or by a promise when none is given. */
  api<Given = Fields>(name: string, run: (options: Given) => unknown): void
  /** An API that answers at once. */
  sync<Input extends unknown[]>(name: string, run: (...input: Input) => unknown): void
}

const reasonOf = (error: unknown) => {
  const { errMsg, message } = asFields(error)
  return String(errMsg ?? message ?? error)
}

/** Calls the callbacks as WeChat does and answers what they were given. */
export function settleOk(name: string, options: Options, result: unknown): Fields {
  const answer = { errMsg: `${name}:ok`, ...asFields(result) }
  options.success?.(answer)
  options.complete?.(answer)
  return answer
}

export function settleFail(name: string, options: Options, error: unknown): Fields {
  const { errno } = asFields(error)
  const answer = { errMsg: `${name}:fail ${reasonOf(error)}`, ...(errno === undefined ? {} : { errno }) }
  options.fail?.(answer)
  options.complete?.(answer)
  return answer
}

export const hasCallback = (options: Options) => Boolean(options.success || options.fail || options.complete)

/** An answer from the test instead of the host's own, when there is one. */
export async function mocked(
  host: Host,
  name: string,
  options: unknown,
): Promise<{ value: unknown } | undefined> {
  if (name in host.settings.mocks) return { value: host.settings.mocks[name] }
  if (!host.settings.mockedOutside.includes(name)) return undefined
  const answer = await host.native.mock(name, plain(options))
  if (!answer.ok) throw new Error(answer.reason)
  return { value: answer.value }
}

/** Runs an API's work, then its callbacks; an error thrown by a callback goes on record. */
export function settle(
  host: Host,
  name: string,
  options: Options,
  work: () => unknown,
): Promise<Fields> | undefined {
  host.record.calls.push({ api: name, options: plain(options) })
  const run = Promise.resolve()
    .then(async () => {
      const mock = await mocked(host, name, options)
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
        host.record.calls.push({ api: name, options: plain(input) })
        return name in host.settings.mocks ? host.settings.mocks[name] : run(...(input as never))
      }
    },
  }
}
