import type { ReactNode } from 'react'
import type { Failure } from '@/domain/failure'
import { Skeleton } from '@/ui/skeleton/skeleton'
import { Failed } from './failed'

interface LoadedProps<T> {
  state: { data?: T; failure?: Failure; reload(): Promise<void> }
  /** What is shown when the thing is not there. */
  gone: ReactNode
  /** What is shown while it is on its way. */
  skeleton?: ReactNode
  children(data: T): ReactNode
}

/** A thing read from the server: on its way, gone, failed with a way to try again, or there. */
export function Loaded<T>({ state, gone, skeleton = <Skeleton />, children }: LoadedProps<T>) {
  const { data, failure, reload } = state
  if (failure?.code === 'not-found') return gone
  if (data !== undefined) return children(data)
  return failure ? <Failed failure={failure} onRetry={() => void reload()} /> : skeleton
}
