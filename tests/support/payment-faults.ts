import type { NoticeFaults } from '../../mock-server/notices/notice-queue'

const MINUTE_MS = 60_000

/** Draws the faults injected for a while into the notices and the API of a payment service. */
export const drawPaymentFaults = (random: () => number) => {
  const chance = (share: number) => random() < share
  const notices: NoticeFaults = {
    delayMs: chance(0.3) ? Math.floor(random() * 20 * MINUTE_MS) : 0,
    copies: chance(0.4) ? 2 : 1,
    reversed: chance(0.5),
    lost: chance(0.2),
    forged: chance(0.3),
  }
  const service = {
    down: chance(0.1),
    failing: chance(0.1) ? 2 : 0,
    unanswered: chance(0.1) ? 2 : 0,
  }
  return { notices, service }
}
