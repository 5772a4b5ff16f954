import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { CopyWechat } from '@/templates/sections/contact/copy-wechat'
import { sampleContext } from '../../templates/sample-shop'

const ID = 'shaba-2026'

describe('CopyWechat', () => {
  it('copies the WeChat id and confirms it, and stays silent when copying fails', async () => {
    const written = jest.fn().mockRejectedValueOnce(new Error('refused')).mockResolvedValue(undefined)
    const user = userEvent.setup()
    Object.defineProperty(navigator, 'clipboard', { value: { writeText: written }, configurable: true })
    Object.defineProperty(document, 'execCommand', { value: () => false, configurable: true })
    render(<CopyWechat id={ID} context={sampleContext()} />)
    await user.click(screen.getByRole('button', { name: `复制微信号，${ID}` }))
    expect(screen.queryByText('微信号复制好了')).toBeNull()
    await user.click(screen.getByRole('button', { name: `复制微信号，${ID}` }))
    expect(await screen.findByText('微信号复制好了')).toBeTruthy()
    expect(written.mock.calls).toEqual([[ID], [ID]])
  })

  it('has no button in a still preview', () => {
    render(<CopyWechat id={ID} context={sampleContext({ isInert: true })} />)
    expect(screen.getByText(ID)).toBeTruthy()
    expect(screen.queryByRole('button')).toBeNull()
  })
})
