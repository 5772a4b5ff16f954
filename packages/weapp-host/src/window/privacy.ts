import type { Host } from './host-types'

interface PrivacyAnswer {
  event: 'agree' | 'disagree' | 'exposureAuthorization'
  buttonId?: string
}

interface PrivacyState {
  /** Ids of the agreement buttons that were tapped. */
  tappedButtons: Set<string>
  listeners: ((resolve: (answer: PrivacyAnswer) => void, info: { referrer: string }) => void)[]
  pendingAnswer: Promise<boolean> | undefined
}

const states = new WeakMap<Host, PrivacyState>()
const notAuthorized = Object.assign(new Error('privacy permission is not authorized'), { errno: 104 })

export function privacyState(host: Host): PrivacyState {
  const existing = states.get(host)
  if (existing) return existing
  const state: PrivacyState = { tappedButtons: new Set(), listeners: [], pendingAnswer: undefined }
  states.set(host, state)
  return state
}

/** Handles a tap on a button with `open-type="agreePrivacyAuthorization"`. */
export function acceptByButton(host: Host, id: string) {
  privacyState(host).tappedButtons.add(id)
  host.device.privacyAgreed = true
}

/** WeChat accepts an agreement only with the id of the button that was tapped for it. */
function isAccepted(host: Host, answer: PrivacyAnswer): boolean {
  if (answer.event !== 'agree') return false
  if (answer.buttonId && privacyState(host).tappedButtons.has(answer.buttonId)) return true
  host.record.errors.push(
    `privacy: agree needs the buttonId of a tapped agreePrivacyAuthorization button, got ${answer.buttonId}`,
  )
  return false
}

function askUser(host: Host, referrer: string): Promise<boolean> {
  const { listeners } = privacyState(host)
  const { privacyTitle, privacyAgree, privacyRefuse } = host.settings.texts
  if (listeners.length === 0)
    return host.layers.confirm({ title: privacyTitle, confirmText: privacyAgree, cancelText: privacyRefuse })
  return new Promise((done) => {
    const resolve = (answer: PrivacyAnswer) => {
      if (answer.event !== 'exposureAuthorization') done(isAccepted(host, answer))
    }
    for (const listener of listeners) listener(resolve, { referrer })
  })
}

/** Resolves once the user has accepted the privacy terms. Calls made meanwhile share one question. @throws if refused. */
export async function requirePrivacyConsent(host: Host, referrer: string): Promise<void> {
  if (host.device.privacyAgreed) return
  const state = privacyState(host)
  state.pendingAnswer ??= askUser(host, referrer).finally(() => {
    state.pendingAnswer = undefined
  })
  if (!(await state.pendingAnswer)) throw notAuthorized
  host.device.privacyAgreed = true
}
