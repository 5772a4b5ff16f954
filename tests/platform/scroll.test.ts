import { scrollToElement } from '@/platform/navigation/scroll'

describe('showPart', () => {
  it('brings a part that is drawn after the call into the middle of the screen', async () => {
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
