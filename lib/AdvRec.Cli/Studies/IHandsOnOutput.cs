using AdvRec.Studies;
using AdvRec.Training;

namespace AdvRec.Cli.Studies;

/// <summary>Shows runs of the hands-on as they come.</summary>
internal interface IHandsOnOutput
{
    void OnEpoch(EpochResult epoch);

    void Add(HandsOnResult result);

    void Finish();
}
