import type { RouteName, RouteReply } from '@/contract/routes'
import { readKey } from '@/domain/read-key'
import { type CallInput, call } from './call'
import { type ReadState, type RetryOptions, useRead } from './use-read'

export type CallState<N extends RouteName> = ReadState<RouteReply<N>>

/**
 * Reads a GET route, and reads it again when the input changes or the network returns. A `null` input delays the read.
 * `mode`: `warm` as in `useRead`, `signed-in` as in `call`.
 */
export function useCall<N extends RouteName>(
  name: N,
  input: CallInput<N> | null,
  mode?: 'warm' | 'signed-in' | undefined,
  retry?: RetryOptions,
): CallState<N> {
  const read = input === null ? null : () => call(name, input, mode === 'signed-in' ? mode : 'anyone')
  return useRead<RouteReply<N>>(readKey(name, input), read, { ...retry, warm: mode === 'warm' })
}
