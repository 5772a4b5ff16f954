import type { NotificationEvent } from '@/domain/notification'
import type { AppDependencies } from '../../../../server/dependencies'
import type { ChannelRow } from '../../../../server/modules/notices/channels'
import { createIsForEvent } from '../../../../server/modules/notifications/routes'

type Templates = readonly { appid: string; id: string; events: readonly NotificationEvent[] }[]

/** The templates that take an event, by their ids. */
function takenBy(event: NotificationEvent, templates: Templates): string[] {
  const isForEvent = createIsForEvent({ wechat: { messages: { templates } } } as unknown as AppDependencies)
  return templates
    .filter(({ appid, id }) => isForEvent({ kind: 'wechat', address: `${appid}/${id}` } as ChannelRow, event))
    .map(({ id }) => id)
}

const warning = { appid: 'wx1', id: 'warning', events: ['expiring'] } as const
const order = { appid: 'wx1', id: 'order', events: ['accepted', 'cancelled'] } as const

describe('a template of a mini-program', () => {
  it('takes the events that it names, and like ones that no template names', () => {
    expect(takenBy('expiring', [warning, order])).toEqual(['warning'])
    expect(takenBy('expired', [warning, order])).toEqual(['warning'])
    expect(takenBy('undone', [warning, order])).toEqual(['order'])
    expect(takenBy('claim', [warning, order])).toEqual([])
  })

  it('leaves an event to the template of its mini-program that names it', () => {
    const own = { appid: 'wx1', id: 'own', events: ['expired'] } as const
    const other = { ...own, appid: 'wx2', id: 'other' }
    expect(takenBy('expired', [warning, own])).toEqual(['own'])
    expect(takenBy('expired', [warning, other])).toEqual(['warning', 'other'])
  })
})
