import { render } from '@testing-library/react'
import { Field } from '@/ui/field/field'
import { Stepper } from '@/ui/stepper/stepper'

jest.mock('@/platform/device/typing/text-input', () =>
  jest.requireActual('../../src/platform/device/typing/text-input.weapp'),
)
jest.mock('@tarojs/components', () => {
  const { createElement } = jest.requireActual('react') as typeof import('react')
  const field = (tag: string) => (props: Record<string, unknown>) =>
    createElement(tag, { 'data-spacing': props.cursorSpacing })
  return {
    ...jest.requireActual('../support/components/taro-components.js'),
    Input: field('input'),
    Textarea: field('textarea'),
  }
})

const KINDS = ['text', 'phone', 'number', 'amount', 'lines'] as const
const noop = () => undefined

describe("a field above WeChat's keyboard", () => {
  it.each(KINDS)('keeps its hint and the next button in view, as a field of %s', (kind) => {
    const { container } = render(<Field label="几斤" value="" kind={kind} onChange={noop} />)
    const field = container.querySelector('[data-spacing]')
    expect(Number(field?.getAttribute('data-spacing'))).toBeGreaterThanOrEqual(80)
  })

  it('does the same for the quantity of a stepper', () => {
    const { container } = render(<Stepper label="核桃" value={1} min={0} max={9} onChange={noop} />)
    expect(container.querySelectorAll('[data-spacing="96"]')).toHaveLength(1)
  })
})
