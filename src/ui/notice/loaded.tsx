import type { ReactNode } from 'react'
import type { Failure } from '@/domain/failure'
import { Skeleton } from '@/ui/skeleton/skeleton'
import { FailureNotice } from './failure-notice'

interface LoadedProps<T> {
  state: { data?: T; failure?: Failure; reload(): Promise<void> }
  /** Shown if the resource was not found. */
  notFound: ReactNode
  /** Shown while loading. */
  skeleton?: ReactNode
  children(data: T): ReactNode
}

/** Renders a read by its state: loading, not found, failed with a retry button, or loaded. */
export function Loaded<T>({ state, notFound, skeleton = <Skeleton />, children }: LoadedProps<T>) {
  const { data, failure, reload } = state
  if (failure?.code === 'not-found') return notFound
  if (data !== undefined) return children(data)
  return failure ? <FailureNotice failure={failure} onRetry={() => void reload()} /> : skeleton
}
