import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto'

const sha256 = (data: string | Buffer) => createHash('sha256').update(data).digest()
const base64url = (data: Buffer) => data.toString('base64url')

/** User present and verified; with the new credential. Source: https://www.w3.org/TR/webauthn-3/#sctn-authenticator-data */
const FLAGS = { get: 0x05, create: 0x45 } as const

interface Challenge {
  challenge: string
  rpId: string
}

/** A device with one passkey, which signs for the site of `origin`. */
export function createAuthenticator(origin: string) {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const id = randomBytes(32)
  let counter = 0

  const clientData = (type: string, challenge: string) =>
    Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }))

  function authenticatorData(rpId: string, flags: number): Buffer {
    const number = Buffer.alloc(4)
    number.writeUInt32BE(++counter)
    return Buffer.concat([sha256(rpId), Buffer.from([flags]), number])
  }

  /** The public key as CBOR: {1: 2, 3: -7, -1: 1, -2: x, -3: y}. */
  function coseKey(): Buffer {
    const { x = '', y = '' } = publicKey.export({ format: 'jwk' })
    return Buffer.concat([
      Buffer.from('a5010203262001215820', 'hex'),
      Buffer.from(x, 'base64url'),
      Buffer.from('225820', 'hex'),
      Buffer.from(y, 'base64url'),
    ])
  }

  return {
    /** The reply of the device to a challenge for a new passkey. */
    create({ challenge, rpId }: Challenge) {
      const length = Buffer.from([0, id.length])
      const data = Buffer.concat([
        authenticatorData(rpId, FLAGS.create),
        ...[Buffer.alloc(16), length, id, coseKey()],
      ])
      // {"fmt": "none", "attStmt": {}, "authData": data}
      const attestation = Buffer.concat([
        Buffer.from('a363666d74646e6f6e656761747453746d74a0686175746844617461', 'hex'),
        Buffer.from([0x58, data.length]),
        data,
      ])
      return {
        id: base64url(id),
        clientData: base64url(clientData('webauthn.create', challenge)),
        attestation: base64url(attestation),
      }
    },
    /** The reply of the device to a challenge for signing in. */
    get({ challenge, rpId }: Challenge) {
      const data = authenticatorData(rpId, FLAGS.get)
      const client = clientData('webauthn.get', challenge)
      const signature = sign('sha256', Buffer.concat([data, sha256(client)]), privateKey)
      return {
        ...{ id: base64url(id), clientData: base64url(client) },
        ...{ authenticatorData: base64url(data), signature: base64url(signature) },
      }
    },
  }
}
