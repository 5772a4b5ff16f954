import { act, fireEvent, screen } from '@testing-library/react'
import type { MyRole } from '@/contract/centres'
import { type Answer, fakeTaro, type Request } from '../../support/components/taro'
import { problem } from '../orders/sample-orders'

export const county = { code: '621221', name: '成县' }
export const town = { code: '621221110', name: '沙坝镇' }

export const role = (more: Partial<MyRole> = {}): MyRole => ({
  centre: town,
  county,
  role: 'trainer',
  since: Date.now() - 86_400_000,
  ...more,
})

type Replies = Record<string, Answer | null | ((request: Request) => Answer | null)>

/** Answers requests by method and path; all others are not found. */
export function answerCentre(replies: Replies) {
  fakeTaro.answerSignedIn((request) => {
    const key = `${request.method} ${request.path}`
    const reply = replies[Object.keys(replies).find((start) => key.startsWith(start)) ?? '']
    if (reply === undefined) return problem(404, 'not-found')
    return typeof reply === 'function' ? reply(request) : reply
  })
}

export async function press(name: string | RegExp, kind: 'button' | 'link' | 'radio' = 'button') {
  const target = await screen.findByRole(kind, { name })
  await act(async () => void fireEvent.click(target))
}

export const type = (label: string, value: string) =>
  act(async () => void fireEvent.input(screen.getByLabelText(label), { target: { value } }))

export const requestsTo = (part: string, method: string) =>
  fakeTaro.requests.filter((request) => request.method === method && request.path.includes(part))
