/** @jest-environment jsdom */
import { alipayPhone, removeCopy } from './programs/alipay'
import { anonymousReports } from './walks/report-tests'

afterAll(removeCopy)

anonymousReports((answers) => alipayPhone(answers, { vouches: true }))
