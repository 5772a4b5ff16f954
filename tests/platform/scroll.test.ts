import { scrollToElement } from '@/platform/navigation/scroll'

describe('scrollToElement', () => {
  it('centres an element that is rendered after the call', async () => {
    scrollToElement('late')
    const part = document.body.appendChild(document.createElement('div'))
    part.id = 'late'
    const positions: unknown[] = []
    part.scrollIntoView = (position) => void positions.push(position)
    await new Promise((resolve) => setTimeout(resolve))
    expect(positions).toEqual([{ block: 'center' }])
    part.remove()
  })
})
