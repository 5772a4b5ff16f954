export { claimsFirst as claims } from '../../goods/claims-first'
