import type { Host } from './host-types'

interface Answer {
  event: 'agree' | 'disagree' | 'exposureAuthorization'
  buttonId?: string
}

interface PrivacyGate {
  /** Ids of agreement buttons the person has tapped. */
  tapped: Set<string>
  listeners: ((resolve: (answer: Answer) => void, info: { referrer: string }) => void)[]
  asking: Promise<boolean> | undefined
}

const gates = new WeakMap<Host, PrivacyGate>()
const refusal = Object.assign(new Error('privacy permission is not authorized'), { errno: 104 })

export function privacyGate(host: Host): PrivacyGate {
  const known = gates.get(host)
  if (known) return known
  const gate: PrivacyGate = { tapped: new Set(), listeners: [], asking: undefined }
  gates.set(host, gate)
  return gate
}

/** The person tapped a button with open-type="agreePrivacyAuthorization". */
export function agreeByButton(host: Host, id: string) {
  privacyGate(host).tapped.add(id)
  host.device.privacyAgreed = true
}

/** WeChat takes an agreement only with the id of the button that was tapped for it. */
function accepted(host: Host, answer: Answer): boolean {
  if (answer.event !== 'agree') return false
  if (answer.buttonId && privacyGate(host).tapped.has(answer.buttonId)) return true
  host.record.errors.push(
    `privacy: agree needs the buttonId of a tapped agreePrivacyAuthorization button, got ${answer.buttonId}`,
  )
  return false
}

function ask(host: Host, referrer: string): Promise<boolean> {
  const { listeners } = privacyGate(host)
  if (listeners.length === 0)
    return host.layers.confirm({ title: '用户隐私保护提示', confirmText: '同意', cancelText: '拒绝' })
  return new Promise((done) => {
    const resolve = (answer: Answer) => {
      if (answer.event !== 'exposureAuthorization') done(accepted(host, answer))
    }
    for (const listener of listeners) listener(resolve, { referrer })
  })
}

/** Waits until the person has agreed to the privacy terms; fails when they refuse. One question at a time. */
export async function needPrivacyAgreement(host: Host, referrer: string): Promise<void> {
  if (host.device.privacyAgreed) return
  const gate = privacyGate(host)
  gate.asking ??= ask(host, referrer).finally(() => {
    gate.asking = undefined
  })
  if (!(await gate.asking)) throw refusal
  host.device.privacyAgreed = true
}
