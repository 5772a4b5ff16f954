import type { TSchema } from '@sinclair/typebox'
import { ProblemShape } from '@/contract/problem'
import { routes } from '@/contract/routes'
import { Words } from '@/contract/shapes'
import { type FailureCode, failures } from '@/domain/failure'

test('problem documents allow exactly the codes of the failure list', () => {
  const codes: FailureCode[] = ProblemShape.properties.code.enum
  expect(codes).toEqual(Object.keys(failures))
})

test('every route has a summary sentence, declares its path parameters and allows no unknown body fields', () => {
  for (const [name, route] of Object.entries<{ summary: string; body?: TSchema; params?: TSchema }>(routes)) {
    expect([name, route.summary.length > 20 && route.summary.endsWith('.')]).toEqual([name, true])
    const objects = [route.params, ...(route.body?.oneOf ?? [route.body])].filter(
      (schema) => schema !== undefined,
    )
    for (const schema of objects) expect([name, schema.additionalProperties]).toEqual([name, false])
    const named = [...name.matchAll(/:(\w+)/g)].map(([, part]) => part)
    expect([name, Object.keys(route.params?.properties ?? {})]).toEqual([name, named])
  }
})

test('Words allows visible text with line breaks and no other control characters', () => {
  const matches = (text: string, min = 1) => new RegExp(Words(min, 40).pattern ?? '', 'u').test(text)
  for (const text of ['字', ' 字', '\n字\n', 'a\nb', '😀', '\u3000a'])
    expect([text, matches(text)]).toEqual([text, true])
  for (const text of ['', ' ', '\n', '\u3000 \n', 'a\u0000', '\t', 'a\tb', '\u001fa'])
    expect([text, matches(text)]).toEqual([text, false])
  expect([matches('', 0), matches('a\u0007', 0)]).toEqual([true, false])
  // a pattern with exponential backtracking would take minutes
  const begun = performance.now()
  matches(`${' '.repeat(60_000)}${'a'.repeat(60_000)}\u0000`)
  expect(performance.now() - begun).toBeLessThan(5000)
})
