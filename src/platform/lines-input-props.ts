/** A text to type, always controlled. It is as high as what stands in it. */
export interface LinesInputProps {
  className: string
  value: string
  placeholder: string
  maxLength: number
  focus: boolean
  /** What is typed has no line breaks; Enter ends it. */
  oneLine: boolean
  onInput(value: string): void
  onBlur(): void
  /** Name and state for readers, as `aria()` makes them. */
  labels: Record<string, unknown>
}
