import { type CallState, useCall } from '@/api/use-call'
import { useReturnToPage } from '@/platform/lifecycle/use-page-visibility'

/** A centre, read again whenever its page is shown again; not read without a code. */
export function useCentre(code: string | undefined): CallState<'GET /api/centres/:centre'> {
  const state = useCall('GET /api/centres/:centre', code === undefined ? null : { params: { centre: code } })
  useReturnToPage(() => void state.reload())
  return state
}
