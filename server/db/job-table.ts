import type { Flag, Json, Moment } from './column-types'

/** A background job. `lease_until` above 0 means that a worker has claimed it; a `dead` job has failed too often. */
export interface JobTable {
  id: string
  kind: string
  payload: Json
  run_at: Moment
  attempts: number
  lease_until: Moment
  dead: Flag
  last_error: string | null
}
