import queryString from 'query-string'
import small from '../../config/query-string'

test.each([
  '',
  '?',
  '?&&',
  '?a=1&b=%E6%A0%B8+%E6%A1%83',
  'a=1&a=2&a=3',
  '?a&b=&=c&a=b=c',
  '#a=%',
  '?toString=1',
])('the small parser of queries reads %j like the whole library', (query) => {
  for (const decode of [true, false])
    expect(small.parse(query, { decode })).toEqual(queryString.parse(query, { decode, sort: false }))
})
