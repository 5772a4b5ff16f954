import { browserSupportsWebAuthn, startAuthentication, startRegistration } from '@simplewebauthn/browser'
import type { RouteBody, RouteReply } from '@/contract/routes'

/** ES256, EdDSA and RS256. Source: https://www.iana.org/assignments/cose/cose.xhtml#algorithms */
const ALGORITHMS = [-7, -8, -257]

/** True in browsers with passkeys, on a site that is encrypted or on this device. */
export const canUsePasskeys = (): boolean => browserSupportsWebAuthn()

/** Makes a passkey on this device. @returns `undefined` when the person or the device declines */
export async function createPasskey({
  challenge,
  rpId,
  user,
  known,
}: RouteReply<'POST /api/operator/passkeys/challenge'>): Promise<
  RouteBody<'POST /api/operator/passkeys'> | undefined
> {
  try {
    const { id, response } = await startRegistration({
      optionsJSON: {
        ...{ challenge, rp: { id: rpId, name: rpId }, attestation: 'none' },
        user: { ...user, displayName: user.name },
        pubKeyCredParams: ALGORITHMS.map((alg) => ({ type: 'public-key', alg })),
        excludeCredentials: known.map((passkey) => ({ type: 'public-key', id: passkey })),
        authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
      },
    })
    return { id, clientData: response.clientDataJSON, attestation: response.attestationObject }
  } catch {
    return undefined
  }
}

/** Signs with a passkey of this device. @returns `undefined` when the person or the device declines */
export async function signWithPasskey({
  challenge,
  rpId,
}: RouteReply<'POST /api/operator/session/challenge'>): Promise<
  RouteBody<'POST /api/operator/session/passkey'> | undefined
> {
  try {
    const { id, response } = await startAuthentication({
      optionsJSON: { challenge, rpId, userVerification: 'required' },
    })
    const { clientDataJSON, authenticatorData, signature } = response
    return { id, clientData: clientDataJSON, authenticatorData, signature }
  } catch {
    return undefined
  }
}
