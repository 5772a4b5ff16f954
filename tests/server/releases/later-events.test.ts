import { withoutLaterEvents, withoutLaterMessages } from '../../../server/http/released-clients/later-events'

describe('withoutLaterEvents', () => {
  it('drops the events of late refunds, and leaves all others', () => {
    const history = ['confirm', 'refund-failed', 'refund-resumed', 'settle-refund', 'returned-twice']
    const order = { id: 'o', history: history.map((action) => ({ action })) }
    expect(withoutLaterEvents(order)).toEqual({
      ...{
        id: 'o',
        history: [{ action: 'confirm' }, { action: 'refund-failed' }, { action: 'settle-refund' }],
      },
    })
  })

  it('leaves an order of a list, which has no history', () => {
    expect(withoutLaterEvents({ id: 'o' })).toEqual({ id: 'o' })
  })
})

describe('withoutLaterMessages', () => {
  it('leaves out templates of messages for which the apps of a release have no name', () => {
    const quietHours = { from: 0, until: 0 }
    const templates = [
      { id: 'template-1', events: ['new-order', 'content-hidden'] as const, permits: 2 },
      { id: 'template-2', events: ['content-hidden'] as const, permits: 1 },
    ].map((template) => ({ ...template, events: [...template.events] }))
    expect(withoutLaterMessages({ templates, quietHours })).toEqual({
      ...{ quietHours, templates: [{ id: 'template-1', events: ['new-order'], permits: 2 }] },
    })
  })
})
