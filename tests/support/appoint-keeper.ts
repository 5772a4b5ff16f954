import { maintenance } from './maintenance-process'

/** 沙坝镇. */
export const KEPT_TOWN = '621221110'

/** Lets the operator invite a keeper at a running server; returns the code of the invitation. */
export async function inviteKeeper(env: Record<string, string>): Promise<string> {
  const { code, output } = await maintenance(['appoint', '--centre', KEPT_TOWN, '--name', '站长'], env)
  const invitation = /: ([0-9A-Z]{5}-[0-9A-Z]{5})/.exec(output)?.[1]
  if (code !== 0 || !invitation) throw new Error(`nobody was appointed:\n${output}`)
  return invitation
}
