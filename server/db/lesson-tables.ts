import type { Generated } from 'kysely'
import type { StaffRole } from '@/domain/access'
import type { LearnerStage, LessonKind, PointerPlace, WizardQuestion } from '@/domain/lesson/lesson'
import type { Flag, Moment } from './column-types'

/** The role of an account in a centre. `id` is that of its invitation; `name` is the name that the inviting person gave it. */
export interface StaffTable {
  centre: string
  account_id: string
  id: string
  role: StaffRole
  name: string
  since: Moment
}

/** `used_by` is the account that took the role; `invited_by` the one that issued the invitation, `null` for the operator. */
export interface InvitationTable {
  code_hash: string
  centre: string
  id: string
  role: StaffRole
  name: string
  expires_at: Moment
  used_by: string | null
  invited_by: string | null
}

/**
 * A lesson. `number` is `null` once it is over; `seats` counts the learners who ever joined; `version` grows with every change of
 * the lesson or its learners.
 */
export interface LessonTable {
  id: string
  centre: string
  teacher: string
  kind: LessonKind
  number: string | null
  started_at: Moment
  ended_at: Moment | null
  paused: Flag
  focus: WizardQuestion | null
  focus_turn: number
  example: number | null
  seats: number
  last_action: string | null
  version: number
  /** 1 while no new learner may join. */
  locked: Generated<Flag>
}

/** A learner. `turn` is that of the last report; `spent` is in ms, at `seen_at`; `opened_shop` is the shop that was opened, which may be removed later. */
export interface LearnerTable {
  lesson_id: string
  id: string
  account_id: string
  seat: number
  stage: LearnerStage
  spent: number
  turn: number
  joined_at: Moment
  seen_at: Moment
  moved_at: Moment
  hand_at: Moment | null
  pointer: PointerPlace | null
  pointer_turn: number
  opened_at: Moment | null
  opened_shop: string | null
  left_at: Moment | null
  /** When the trainer removed the learner, who stays out until readmitted. */
  removed_at: Moment | null
}

/** A browser that shows, or waits to show, the board of a lesson. `code` is `null` once it is connected. */
export interface LessonScreenTable {
  id: string
  account_id: string
  code: string | null
  expires_at: Moment
  lesson_id: string | null
}

/** The hash of a ticket that opens one socket. */
export interface SocketTicketTable {
  hash: string
  lesson_id: string
  account_id: string
  expires_at: Moment
}
