/**
 * A service centre of a town, or a county's office, by its division code: six digits of a county, nine of a town in it.
 * Source: https://www.stats.gov.cn/sj/tjbz/gjtjbz/ (statistical division codes)
 */
export interface Centre {
  code: string
  name: string
}

export const CENTRE_PATTERN = '^[0-9]{6}([0-9]{3})?$'

const COUNTY_DIGITS = 6

/** The code of the county that a centre is in, or its own. */
export const countyOf = (code: string): string => code.slice(0, COUNTY_DIGITS)

export const isCounty = (code: string): boolean => code.length === COUNTY_DIGITS
