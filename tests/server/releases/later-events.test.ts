import { withoutLaterEvents } from '../../../server/http/released-clients/later-events'

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
