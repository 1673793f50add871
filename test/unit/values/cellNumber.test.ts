import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { comma, point, readNumber } from '../../../server/src/values/cellNumber.ts';

describe('readNumber', () => {
  it('gives the same double as Number for every way a double can be written', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), fc.nat(20), (value, digits) => {
        for (const text of [String(value), value.toExponential(digits), value.toPrecision(digits + 1)]) {
          expect(readNumber(text, point)).toBe(Number(text));
        }
      }),
    );
  });

  it('gives the same double as Number for decimal fractions of up to 20 digits', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[+-]?\d{1,12}\.\d{0,8}$/), (text) => {
        expect(readNumber(text, point)).toBe(Number(text));
      }),
    );
  });

  it.each(['', ' 1', '1 ', '0x1A', '1e', '1e+', 'e5', '.', '-', '1.2.3', '1,5', 'Infinity', '1_000', '12a', '１'])(
    'takes %j for no number',
    (text) => {
      expect(readNumber(text, point)).toBeNaN();
    },
  );

  it('reads a decimal comma where the table writes one, and no point then', () => {
    expect(readNumber('12,5', comma)).toBe(12.5);
    expect(readNumber('1,5E3', comma)).toBe(1500);
    expect(readNumber('12.5', comma)).toBeNaN();
  });

  it('keeps the sign of zero and reads leading zeros', () => {
    expect(Object.is(readNumber('-0', point), -0)).toBe(true);
    expect(readNumber('007.50', point)).toBe(7.5);
    expect(readNumber('.5', point)).toBe(0.5);
  });
});
