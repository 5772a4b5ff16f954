/** The roles of a person in a centre: `county` in a county's office, `keeper` and `trainer` in the centre of a town. */
export const staffRoles = ['county', 'keeper', 'trainer'] as const
export type StaffRole = (typeof staffRoles)[number]

/** The roles of a person in a lesson. A `screen` is a browser that shows its board. */
export const lessonRoles = ['teacher', 'screen', 'learner'] as const
export type LessonRole = (typeof lessonRoles)[number]

/** The roles of a person of a centre in a shop: its opener, or a helper for a time. */
export const helpRoles = ['opener', 'helper'] as const
export type HelpRole = (typeof helpRoles)[number]

/** The roles that a caller can have for the resource that a request names. */
export type Role = 'owner' | 'buyer' | HelpRole | StaffRole | LessonRole | 'operator'

/**
 * The roles that each access rule admits, first match first. A rule without roles asks for no role: `anyone` may call, and a
 * `signed-in` caller. `keeper` and `trainer` admit those who are above them, too; `county` is a role in the whole county. A `manager`
 * changes goods, settings and look of a shop; a `giver` may pass the shop on. An `operator` runs the installation.
 */
export const admittedRoles = {
  anyone: [],
  'signed-in': [],
  owner: ['owner'],
  'owner-or-buyer': ['owner', 'buyer'],
  manager: ['owner', 'helper'],
  opener: ['opener'],
  giver: ['owner', 'opener'],
  county: ['county'],
  keeper: ['county', 'keeper'],
  trainer: ['county', 'keeper', 'trainer'],
  teacher: ['teacher'],
  viewer: ['teacher', 'screen'],
  learner: ['learner'],
  participant: ['teacher', 'screen', 'learner'],
  operator: ['operator'],
} as const satisfies Record<string, readonly Role[]>

/** An access rule, which decides who may call a route. */
export type Access = keyof typeof admittedRoles

/** The roles that a person may invite others to, in their centre or, as `county`, in every centre of their county. */
export const invitedBy: Record<StaffRole, readonly StaffRole[]> = {
  county: ['county', 'keeper', 'trainer'],
  keeper: ['trainer'],
  trainer: [],
}
