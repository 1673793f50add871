import { describe, expect, it } from 'vitest';
import { runCli } from './runCli.ts';

function normalize(args: readonly string[], input: string): ReturnType<typeof runCli> {
  return runCli(['normalize', ...args], { input });
}

describe('amprenta normalize', () => {
  it('prints one line for each line of stdin in order, blank and unread ones included', async () => {
    const { exitCode, stdout, stderr } = await normalize(['--kind', 'lipid'], 'PC(16:0/18:1(9Z))\r\n\nIL\t6\nSM 34:1');
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
    expect(stdout.split('\n')).toEqual([
      'input\tnormal\tlevel\tclass\tspecies\tformula\tmass\tids\tnote',
      'PC(16:0/18:1(9Z))\tPC 16:0/18:1(9Z)\tFULL_STRUCTURE\tPC\tPC 34:1\tC42H82NO8P\t759.577805\t\t',
      '\t\t\t\t\t\t\t\t',
      'IL 6\t\t\t\t\t\t\t\t',
      'SM 34:1\tSM 34:1;O2\tSPECIES\tSM\tSM 34:1;O2\tC39H79N2O6P\t702.567575\t\tO2 assumed: the name gives no oxygens',
      '',
    ]);
  });

  it('reads a name in the notation it is told', async () => {
    const { stdout } = await normalize(['--kind', 'lipid', '--layout', 'biocrates'], 'SM C16:0\n');
    expect(stdout.split('\n')[1]?.split('\t').slice(0, 3)).toEqual(['SM C16:0', 'SM 34:1;O2', 'SPECIES']);
  });

  it.each([
    [['--kind', 'gene'], '--kind gene is not built yet'],
    [['--kind', 'lipid', '--layout', 'fattyacids'], '--layout fattyacids is not built yet'],
    [['--kind', 'lipid', '--layout', 'nonsense'], 'No layout is called nonsense'],
    [['--kind', 'lipid', '--taxon', '9606'], '--taxon is for genes and proteins'],
    [[], '--kind'],
  ])('with %j exits with 2 and says why', async (args, message) => {
    const { exitCode, stdout, stderr } = await normalize(args, '');
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' });
    expect(stderr).toContain(message);
  });
});
