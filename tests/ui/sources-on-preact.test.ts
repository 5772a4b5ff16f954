/** Components of the sources on Preact, as compiled mini-programs run them. */
import type * as Boundary from '@/templates/section-error-boundary'
import type * as Fields from '@/ui/field/field'
import type * as Steppers from '@/ui/stepper/stepper'
import { openStage, react, settle } from '../support/components/preact-stage'
import { waitUntil } from '../support/wait-until'

jest.mock('react', () => jest.requireActual('../../config/react-on-preact'))
jest.mock('react/jsx-runtime', () => jest.requireActual('../../config/react-on-preact/jsx-runtime'))
jest.mock('@tarojs/components', () => ({ View: 'div', Text: 'span', Input: 'input', Textarea: 'textarea' }))
jest.mock('@/platform/device/typing/text-input', () =>
  jest.requireActual('../../src/platform/device/typing/text-input.weapp.tsx'),
)

const { createElement, useState } = react
const { SectionErrorBoundary } = jest.requireActual<typeof Boundary>('@/templates/section-error-boundary')
const { Field } = jest.requireActual<typeof Fields>('@/ui/field/field')
const { Stepper } = jest.requireActual<typeof Steppers>('@/ui/stepper/stepper')

const stage = openStage()

const input = () => stage.place.querySelector<HTMLInputElement>('input, textarea')

/** Types into the input as WeChat reports it. */
function type(value: string) {
  const element = input()
  if (!element) throw new Error('there is no input')
  element.value = value
  element.dispatchEvent(new CustomEvent('input', { detail: { value }, bubbles: true }))
}

const holds = (text: string) =>
  waitUntil(
    () => input()?.value === text,
    () => `the input holds ${text}, not ${input()?.value}`,
  )

interface FormProps {
  clean?(text: string): string
  /** Receives what empties the form. */
  onEmpty?(empty: () => void): void
}

function Form({ clean = (text) => text, onEmpty }: FormProps) {
  const [value, setValue] = useState('')
  onEmpty?.(() => setValue(''))
  return createElement(Field, { label: '姓名', value, onChange: (typed) => setValue(clean(typed)) })
}

function Amount({ onChange }: { onChange(value: number): void }) {
  const [value, setValue] = useState(1)
  const change = (next: number) => {
    onChange(next)
    setValue(next)
  }
  return createElement(Stepper, { label: '核桃', value, max: 9, onChange: change })
}

describe('Field on Preact', () => {
  it('shows what is typed quickly and piece by piece', async () => {
    stage.draw(createElement(Form))
    for (const text of ['s', 'sh', 'shou', '收', '收h', '收huo', '收货']) type(text)
    await settle()
    await holds('收货')
  })

  it('receives what its form makes of the text', async () => {
    stage.draw(createElement(Form, { clean: (text: string) => text.toUpperCase() }))
    type('ab')
    await holds('AB')
  })

  it('is emptied by its form', async () => {
    let empty = () => {}
    const onEmpty = (given: () => void) => {
      empty = given
    }
    stage.draw(createElement(Form, { onEmpty }))
    type('收货人')
    await holds('收货人')
    empty()
    await holds('')
  })
})

describe('Stepper on Preact', () => {
  it('reports the limited number, and shows it once it is left', async () => {
    const changes = jest.fn()
    stage.draw(createElement(Amount, { onChange: changes }))
    type('250')
    await waitUntil(() => changes.mock.calls.length > 0, 'the number is reported')
    expect(changes.mock.calls).toEqual([[9]])
    input()?.dispatchEvent(new CustomEvent('blur'))
    await holds('9')
  })
})

let isBroken = false
let renderAgain = () => {}

function Part() {
  const [, setCount] = useState(0)
  renderAgain = () => setCount((count) => count + 1)
  if (isBroken) throw new Error('broken')
  return createElement('b', null, 'whole')
}

/** Draws a section beside a text; another id stands for changed settings. */
function drawSection(id: string) {
  const section = { id, kind: 'story', settings: {} } as never
  const bounded = createElement(SectionErrorBoundary, { section, children: createElement(Part) })
  stage.draw(createElement('div', null, bounded, 'next'))
}

describe('SectionErrorBoundary on Preact', () => {
  it('leaves out a section that throws, at first or later, until its settings change', async () => {
    isBroken = true
    drawSection('a')
    await stage.shows('next')
    isBroken = false
    drawSection('b')
    await stage.shows('wholenext')
    isBroken = true
    renderAgain()
    await stage.shows('next')
  })
})
