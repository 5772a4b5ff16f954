import { type Static, Type } from '@sinclair/typebox'
import { staffRoles } from '@/domain/access'
import { CENTRE_PATTERN } from '@/domain/centre'
import type { Route } from './route'
import { CheckedWords, Exact, IdShape, MomentShape, OneOf } from './shapes'

export const CentreCodeShape = Type.String({ pattern: CENTRE_PATTERN })
export const CentreShape = Exact({ code: CentreCodeShape, name: Type.String() })
export const CentreParams = Exact({ centre: CentreCodeShape })

const RoleShape = OneOf(staffRoles)
const StaffName = CheckedWords('staff-name', 1, 20)

const MyRoleShape = Exact({ centre: CentreShape, county: CentreShape, role: RoleShape, since: MomentShape })

/** A code of an invitation as printed or typed: two groups of five Crockford base32 characters. */
const InvitationCodeShape = Type.String({ minLength: 10, maxLength: 24, pattern: '^[0-9A-Za-z \\u3000-]*$' })

export const StaffShape = Exact({ id: IdShape, role: RoleShape, name: StaffName, since: MomentShape })

const InvitationShape = Exact({ id: IdShape, role: RoleShape, name: StaffName, expiresAt: MomentShape })

const InvitationParams = Exact({ ...CentreParams.properties, invitationId: IdShape })

export const centreRoutes = {
  'GET /api/me/roles': {
    summary: 'My roles in service centres.',
    access: 'signed-in',
    reply: Exact({ roles: Type.Array(MyRoleShape) }),
  },
  'POST /api/me/roles': {
    summary: 'Take the role of an invitation by its code, which works once.',
    access: 'signed-in',
    body: Exact({ code: InvitationCodeShape }),
    reply: MyRoleShape,
  },
  'GET /api/centres/:centre': {
    summary: "A centre as its staff sees it; a county's office also lists the centres of its towns.",
    access: 'trainer',
    params: CentreParams,
    reply: Exact({
      centre: CentreShape,
      county: CentreShape,
      role: RoleShape,
      towns: Type.Optional(Type.Array(Exact({ ...CentreShape.properties, staff: Type.Integer() }))),
    }),
  },
  'GET /api/centres/:centre/staff': {
    summary: 'The people of a centre and the open invitations, without their codes.',
    access: 'keeper',
    params: CentreParams,
    reply: Exact({ staff: Type.Array(StaffShape), invitations: Type.Array(InvitationShape) }),
  },
  'PUT /api/centres/:centre/invitations/:invitationId': {
    summary: 'Invite somebody to a role; the same again answers the same code while the invitation is open.',
    access: 'keeper',
    params: InvitationParams,
    body: Exact({ role: RoleShape, name: StaffName }),
    reply: Exact({ code: Type.String(), expiresAt: MomentShape }),
  },
  'DELETE /api/centres/:centre/invitations/:invitationId': {
    summary: 'Take an invitation back, which then cannot be used.',
    access: 'keeper',
    params: InvitationParams,
    reply: Exact({ removed: Type.Boolean() }),
  },
  'DELETE /api/centres/:centre/staff/:staffId': {
    summary: 'End the role of somebody in a centre at once.',
    access: 'keeper',
    params: Exact({ ...CentreParams.properties, staffId: IdShape }),
    reply: Exact({ removed: Type.Boolean() }),
  },
} as const satisfies Record<string, Route>

export type MyRole = Static<typeof MyRoleShape>
export type Staff = Static<typeof StaffShape>
export type Invitation = Static<typeof InvitationShape>
