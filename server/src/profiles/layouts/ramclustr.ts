import { contentOf, isNumeric } from '../columnContent.ts';
import { gridOf } from '../grid.ts';
import type { Layout } from '../layout.ts';
import { omicsOfLayout } from '../omicsType.ts';
import { makeReading, type QuantityPlan } from '../reading.ts';

const quantity: QuantityPlan = { name: null, scale: 'linear' };
const spectrum = /^C\d{2,6}$/;

/**
 * RAMClustR's spectra by samples: the header numbers the spectra (`C0001`, `C0002`, …), the rows are samples.
 * Source: RAMClustR reference, `SpecAbund`; Broeckling et al. 2014, doi 10.1021/ac501530d.
 */
export const ramclustr: Layout = {
  name: 'ramclustr',
  recognize(head) {
    const grid = gridOf(head);
    const spectra = grid.names.flatMap((name, index) => (spectrum.test(name) ? [{ name, index }] : []));
    if (spectra.length < 3 || spectra[0]?.index !== 1 || spectra.length < (grid.names.length - 1) * 0.9) return null;
    const start = Number(spectra[0].name.slice(1));
    const counted = spectra.every(({ name }, at) => Number(name.slice(1)) === start + at);
    const content = contentOf(grid);
    const measured = spectra.every(({ index }) => content[index] !== undefined && isNumeric(content[index]));
    if (!counted || !measured) return null;
    return makeReading({
      grid,
      confidence: 0.8,
      evidence: `Because its header numbers the spectra from ${spectra[0].name} to ${spectra.at(-1)?.name}.`,
      shape: 'samples-in-rows',
      ...omicsOfLayout('metabolomics', 'RAMClustR'),
      rowKey: [0],
      roles: new Map([[0, 'sample-name']]),
      values: spectra.map(({ name, index }) => ({ index, quantity, feature: name })),
      quantities: [quantity],
      identity: null,
    });
  },
};
