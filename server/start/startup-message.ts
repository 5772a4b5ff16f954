import { networkInterfaces } from 'node:os'
import encodeQR from 'qr'

/** Addresses by which other devices in the same network may reach this machine. */
const lanAddresses = (): string[] =>
  Object.values(networkInterfaces())
    .flatMap((addresses) => addresses ?? [])
    .filter(({ family, internal }) => family === 'IPv4' && !internal)
    .map(({ address }) => address)

const EVERYWHERE = ['0.0.0.0', '::']

/** What the server says when it is up: where it is, and a QR code that a phone in the same network can open. */
export function startupMessage(
  at: { host: string; port: number; publicUrl: string | undefined; database: string },
  site: boolean,
): string {
  const { host, port, publicUrl, database } = at
  const open = EVERYWHERE.includes(host)
  const lan = open ? lanAddresses().map((address) => `http://${address}:${port}`) : []
  const here = `http://${open ? 'localhost' : host}:${port}`
  const phone = publicUrl ?? lan[0]
  return [
    `开张 Kaizhang is open: ${publicUrl ?? here}`,
    ...lan.map((url) => `  on phones in this network: ${url}`),
    ...(phone ? ['', encodeQR(phone, 'ascii')] : []),
    `  database: ${database}`,
    ...(site ? [] : ['The H5 build was not found, so only the API is served.']),
  ].join('\n')
}
