import { render, screen } from '@testing-library/react'
import { PageSoundCard } from '@/features/today/page-sound-card'

let hasVoice: boolean
jest.mock('@/platform/audio/use-speech', () => ({
  narrator: { useIsAvailable: () => hasVoice, say: async () => undefined },
}))

describe('PageSoundCard', () => {
  it.each([
    ['a browser that speaks', true, '开着店的这一页，来了单、买家说东西有问题，就响一声，还会念出来。'],
    ['a phone without a voice', false, '开着店的这一页，来了单、买家说东西有问题，就响一声。'],
  ])('promises only what %s can do', (_phone, speaks, text) => {
    hasVoice = speaks
    render(<PageSoundCard />)
    expect(screen.getByText(text)).toBeInTheDocument()
  })
})
