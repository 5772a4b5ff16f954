import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { SellerOrder } from '@/features/orders/seller/seller-order'
import type { ScanResult } from '@/platform/device/device-types'
import { fakeTaro, ok } from '../../../support/components/taro'
import { order, orderId, shopId, view } from '../sample-orders'

let mockScanned: ScanResult = { kind: 'none' }
jest.mock('@/platform/device/scan', () => ({ canScanLive: true, scanCode: async () => mockScanned }))

const press = async (name: string) => userEvent.click(await screen.findByRole('button', { name }))

beforeEach(() => {
  fakeTaro.reset()
  const sent = order({ state: 'underway', fulfilment: 'courier' })
  fakeTaro.answerSignedIn(() => ok(view(sent, 'owner')))
})

describe('the form of a parcel', () => {
  it('chooses 顺丰 when a number of theirs is typed or scanned, which the seller can still change', async () => {
    render(<SellerOrder shopId={shopId} orderId={orderId} />)
    await press('写快递单号')
    const isChosen = (name: string) =>
      screen.getByRole('radio', { name }).getAttribute('aria-checked') === 'true'
    await userEvent.type(screen.getByLabelText('快递单号'), 'sf1234 567890123')
    expect(isChosen('顺丰')).toBe(true)
    await userEvent.click(screen.getByRole('radio', { name: '中通' }))
    await userEvent.type(screen.getByLabelText('快递单号'), '4')
    expect(isChosen('中通')).toBe(true)
    mockScanned = { kind: 'read', text: '78123456789012' }
    await press('扫快递单上的条形码')
    mockScanned = { kind: 'read', text: 'SF9876543210987' }
    await press('扫快递单上的条形码')
    expect(isChosen('顺丰')).toBe(true)
  })
})
