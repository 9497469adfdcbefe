using AdvRec.Data;
using AdvRec.Models;
using AdvRec.Notebooks.Builders;
using AdvRec.Notebooks.Formatting;
using AdvRec.Notebooks.Html;
using AdvRec.Studies;

namespace AdvRec.Notebooks;

/// <summary>The tables of the course. End a cell with one, or call <c>.Display()</c> on it.</summary>
public static class Tables
{
    /// <summary>Any rows: whole numbers with thousands separators, other numbers with four decimals, texts as they are.</summary>
    /// <param name="title">Above the table; any text.</param>
    /// <param name="columns">Headings; at least one.</param>
    /// <param name="rows">A cell per column; null for an empty one.</param>
    /// <param name="textColumns">How many columns, from the left, name the row and are aligned left; the others are aligned right.</param>
    /// <exception cref="ArgumentException">No column, or a row with more or fewer cells than columns.</exception>
    public static NotebookTable Of(string title, IReadOnlyList<string> columns, IEnumerable<IReadOnlyList<object?>> rows, int textColumns = 1)
    {
        ArgumentNullException.ThrowIfNull(title);
        ArgumentNullException.ThrowIfNull(columns);
        ArgumentNullException.ThrowIfNull(rows);
        if (columns.Count == 0) throw new ArgumentException("No column; give at least one heading.", nameof(columns));
        ArgumentOutOfRangeException.ThrowIfNegative(textColumns);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(textColumns, columns.Count);
        var texts = rows.Select(row => (IReadOnlyList<string>)[.. row.Select(NumberText.Any)]).ToArray();
        for (var i = 0; i < texts.Length; i++)
        {
            if (texts[i].Count != columns.Count)
                throw new ArgumentException($"Row {i + 1} has {texts[i].Count} cells for {columns.Count} columns; give one per column, null for an empty one.", nameof(rows));
        }

        return new(title, new Table(columns, texts, textColumns));
    }

    /// <summary>What a model recommends to one user: rank, title, genres where they are known, number of training ratings, score. The held-out item has a star.</summary>
    /// <param name="data">Whose training items are not recommended.</param>
    /// <param name="model">Anything that scores.</param>
    /// <param name="user">User id, from 0.</param>
    /// <param name="topK">Length of the list; at least 1.</param>
    /// <param name="title">Above the table; any text.</param>
    /// <exception cref="ArgumentOutOfRangeException">No such user, or a list shorter than 1.</exception>
    /// <exception cref="ArgumentException">Model and data differ in users or items.</exception>
    /// <exception cref="NotFiniteNumberException">A score is NaN or infinite.</exception>
    public static NotebookTable Recommended(LeaveOneOutDataset data, IRecommender model, int user, int topK = 10, string? title = null)
    {
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(model);
        return RecommendedTable.Of(data, model, user, topK, title);
    }

    /// <summary>Two lists for one user side by side, such as before and after an attack: how every title moved, and where the held-out item is ranked.</summary>
    /// <param name="data">Whose training items are not recommended.</param>
    /// <param name="user">User id, from 0.</param>
    /// <param name="before">The list on the left: the heading of its column and what scores.</param>
    /// <param name="after">The list on the right, likewise.</param>
    /// <param name="topK">Length of the lists; at least 1.</param>
    /// <param name="title">Above the table; any text.</param>
    /// <exception cref="ArgumentOutOfRangeException">No such user, or a list shorter than 1.</exception>
    /// <exception cref="ArgumentException">A model and the data differ in users or items.</exception>
    /// <exception cref="NotFiniteNumberException">A score is NaN or infinite.</exception>
    public static NotebookTable ListChange(
        LeaveOneOutDataset data, int user, (string Name, IRecommender Model) before, (string Name, IRecommender Model) after, int topK = 10, string? title = null)
    {
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(before.Model);
        ArgumentNullException.ThrowIfNull(after.Model);
        return ListChangeTable.Of(data, user, before, after, topK, title);
    }

    /// <summary>Every question of a checklist and its verdict by every measure, with the difference behind it.</summary>
    /// <param name="checklist">The checklist.</param>
    public static NotebookTable Checklist(RobustnessChecklist checklist)
    {
        ArgumentNullException.ThrowIfNull(checklist);
        return ChecklistViews.Verdicts(checklist);
    }
}
