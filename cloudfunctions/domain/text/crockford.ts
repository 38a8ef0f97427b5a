import { typedCode } from './typed'

/** Crockford base32: digits and letters without I, L, O and U, so that people can read it out and type it. */

export const crockford = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** As people type it: any case and width, spaces, dashes and unseen marks ignored, O means 0, I and L mean 1. */
export const asCrockford = (typed: string): string => typedCode(typed).toUpperCase().replace(/O/g, '0').replace(/[IL]/g, '1')

/** True for text of these characters only. */
export const isCrockford = (text: string): boolean => /^[0-9A-HJKMNP-TV-Z]*$/.test(text)
