import type { RouteName, RouteReply } from '@/contract/routes'
import { readKey } from '@/domain/read-key'
import { type CallInput, call } from './call'
import { type ReadState, useRead } from './use-read'

export type CallState<N extends RouteName> = ReadState<RouteReply<N>>

/**
 * The one data hook: reads a GET route, again when its input changes and when the network returns.
 * A `null` input waits; `warm` as in `useRead`, `signed-in` as in `call`.
 */
export function useCall<N extends RouteName>(
  name: N,
  input: CallInput<N> | null,
  how?: 'warm' | 'signed-in',
): CallState<N> {
  const read = input === null ? null : () => call(name, input, how === 'signed-in' ? how : 'anyone')
  return useRead<RouteReply<N>>(readKey(name, input), read, how === 'warm')
}
