import { act, fireEvent, render, screen } from '@testing-library/react'
import { DocumentsCard } from '@/features/operator/settings/documents-card'
import { fakeTaro, ok } from '../../support/components/taro'

const DAY = 86_400_000
let withdrawn = 0

const versions = [
  { version: 1, isImportant: false, text: '一', changes: '' },
  {
    ...{ version: 2, isImportant: false, text: '二', changes: '改了' },
    ...{ announcedAt: Date.now(), effectiveAt: Date.now() + 7 * DAY },
  },
]

beforeEach(() => {
  withdrawn = 0
  fakeTaro.reset()
  fakeTaro.answerSignedIn(({ method }) => {
    if (method === 'DELETE') withdrawn++
    return method === 'DELETE'
      ? ok({ withdrawn: true })
      : ok({ items: [{ kind: 'rules', versions: withdrawn > 0 ? versions.slice(0, 1) : versions }] })
  })
})

async function press(name: string, at = 0) {
  await screen.findAllByRole('button', { name })
  const button = screen.getAllByRole('button', { name })[at]
  await act(async () => void fireEvent.click(button as HTMLElement))
}

describe('DocumentsCard', () => {
  it('withdraws a version only when the operator confirms it', async () => {
    render(<DocumentsCard />)
    await press('撤回')
    expect(screen.getByText('撤回平台规则第 2 版？')).toBeInTheDocument()
    expect(withdrawn).toBe(0)
    await press('不撤回')
    expect(screen.queryByText('撤回平台规则第 2 版？')).toBeNull()
    await press('撤回')
    await press('撤回', 1)
    expect(withdrawn).toBe(1)
    expect(await screen.findByRole('button', { name: /^改/ })).toBeInTheDocument()
  })
})
