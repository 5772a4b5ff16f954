import { Type } from '@sinclair/typebox'
import { OperatorShape } from './operator'
import type { Route } from './route'
import { Exact, MomentShape } from './shapes'

/** Bytes as base64url, without padding. */
const BytesShape = (maxLength: number) =>
  Type.String({ pattern: '^[A-Za-z0-9_-]+$', minLength: 1, maxLength })

const CredentialIdShape = BytesShape(1400)
const ClientDataShape = BytesShape(4000)

/** What a browser is to sign, once and within five minutes, for the site of this name. */
const ChallengeFields = { challenge: BytesShape(64), rpId: Type.String() }

/** Passkeys of operators. Source: https://www.w3.org/TR/webauthn-3/ */
export const operatorPasskeyRoutes = {
  'POST /api/operator/passkeys/challenge': {
    summary: 'Begin to add a passkey to the operator.',
    access: 'operator',
    reply: Exact({
      ...ChallengeFields,
      user: Exact({ id: BytesShape(64), name: Type.String() }),
      /** The passkeys that the operator has, which a device does not add twice. */
      known: Type.Array(CredentialIdShape),
    }),
  },
  'POST /api/operator/passkeys': {
    summary:
      'Add the passkey that a browser made for the challenge. `code-wrong` when it does not fit the challenge.',
    access: 'operator',
    body: Exact({
      id: CredentialIdShape,
      clientData: ClientDataShape,
      attestation: BytesShape(20_000),
    }),
    reply: Exact({ createdAt: MomentShape }),
  },
  'GET /api/operator/passkeys': {
    summary: 'My passkeys, the newest first.',
    access: 'operator',
    reply: Exact({
      items: Type.Array(
        Exact({ id: CredentialIdShape, createdAt: MomentShape, usedAt: Type.Optional(MomentShape) }),
      ),
    }),
  },
  'DELETE /api/operator/passkeys/:passkeyId': {
    summary: 'Remove a passkey of mine.',
    access: 'operator',
    params: Exact({ passkeyId: CredentialIdShape }),
    reply: Exact({ removed: Type.Boolean() }),
  },
  'POST /api/operator/session/challenge': {
    summary: 'Begin to sign in to the console with a passkey.',
    access: 'signed-in',
    reply: Exact(ChallengeFields),
  },
  'POST /api/operator/session/passkey': {
    summary:
      'Sign in to the console for twelve hours with a passkey. `code-wrong` when it is not one of an operator.',
    access: 'signed-in',
    body: Exact({
      id: CredentialIdShape,
      clientData: ClientDataShape,
      authenticatorData: BytesShape(4000),
      signature: BytesShape(4000),
    }),
    reply: OperatorShape,
  },
} as const satisfies Record<string, Route>
